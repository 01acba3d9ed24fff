"""newsparse: scraped news dumps in, structured and source-grounded JSON out."""
