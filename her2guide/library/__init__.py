"""Content in: facts, sources, sections and words, read strictly and handed out as frozen records."""
