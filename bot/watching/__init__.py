"""Watching a running bot: what is counted, the pages that tell of it, and `backstage status`."""
