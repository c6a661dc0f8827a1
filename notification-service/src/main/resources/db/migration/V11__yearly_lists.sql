CREATE TABLE yearly_list_copy (id text PRIMARY KEY, version bigint NOT NULL, body jsonb NOT NULL);

-- Lists of which nobody has been told yet. One stays until a message of it has left, so that a message
-- that somebody took away, as pods of the release before do with one that carries no reminders, is made
-- again, under the same id.
CREATE TABLE list_to_tell (list text PRIMARY KEY);

-- A list that was sent has messages of its own, one for each who receives for its unit; HELD says why one
-- does not leave, and without a recipient, why nobody is told.
ALTER TABLE message
  ADD COLUMN list text,
  ADD COLUMN unit text,
  ADD COLUMN sent_by text,
  ADD COLUMN reason text,
  ALTER COLUMN recipient DROP NOT NULL,
  DROP CONSTRAINT message_kind_check,
  DROP CONSTRAINT message_state_check,
  DROP CONSTRAINT message_check,
  -- Lists of several units may go to one recipient on a day.
  DROP CONSTRAINT message_kind_recipient_channel_day_key;
ALTER TABLE message
  ADD CONSTRAINT message_kind_check CHECK (kind IN ('NOTICE', 'LETTER', 'LIST')),
  ADD CONSTRAINT message_state_check CHECK (
    state IN ('DRAFT', 'READY', 'HELD', 'SENDING', 'SENT', 'IN_DOUBT', 'FAILED')),
  ADD CONSTRAINT message_words_check CHECK (
    state IN ('DRAFT', 'READY', 'HELD') OR returned
    OR (address IS NOT NULL AND subject IS NOT NULL AND text IS NOT NULL AND html IS NOT NULL)),
  ADD CONSTRAINT message_list_check CHECK ((kind = 'LIST') = (list IS NOT NULL)),
  ADD CONSTRAINT message_recipient_check CHECK (recipient IS NOT NULL OR kind = 'LIST' AND state = 'HELD');
CREATE UNIQUE INDEX message_of_day ON message (kind, recipient, channel, day) WHERE kind <> 'LIST';
CREATE INDEX message_list ON message (list) WHERE list IS NOT NULL;
COMMENT ON COLUMN message.unit IS 'The code of the unit whose list it is';
COMMENT ON COLUMN message.sent_by IS 'The code of the unit by whose people the list was sent';

GRANT SELECT, INSERT, UPDATE ON yearly_list_copy TO ${app};
GRANT SELECT, INSERT, DELETE ON list_to_tell TO ${app};
