-- The service writes copies over and never deletes one; an operator empties them as the owner.
REVOKE DELETE ON progress FROM ${app};
