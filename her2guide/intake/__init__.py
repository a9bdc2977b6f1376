"""Reading a person's own report: text, PDF, FHIR and C-CDA become findings, each with the line it came from."""
