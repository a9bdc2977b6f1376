"""Many guides at once: from lines of answers to documents, and from a folder of records to drafts."""
