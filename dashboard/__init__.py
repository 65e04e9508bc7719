"""What the pages are made of. Reads the database, never writes registrations."""
