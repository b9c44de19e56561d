"""The routes of the HTTP door, one module a resource."""
