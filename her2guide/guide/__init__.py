"""From answers and content to the guide document. The only place that knows jinja2."""
