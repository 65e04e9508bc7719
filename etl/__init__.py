"""From a file of registrations to a figure anyone can trust. Knows nothing of the dashboard."""
