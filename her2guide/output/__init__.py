"""The guide document as files. The only place that knows reportlab."""
