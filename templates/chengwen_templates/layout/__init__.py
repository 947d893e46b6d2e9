"""Where everything stands on the faces of an official document, without Qt and without Word (GB/T 9704-2012)."""
