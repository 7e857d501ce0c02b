"""The calendars of meetings: files that people subscribe to, months on the site, and events for machines."""
