-- The service computes progress anew and never deletes it; an operator may, as the owner.
REVOKE DELETE ON progress FROM ${app};
