"""Each kind of page drawn from an order; these load reportlab, so they are imported only to print."""
