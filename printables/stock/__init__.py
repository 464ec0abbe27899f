"""Label sheets: those on the list, and one's own measured with a ruler."""

from printables.stock.labels import OWN, PAGES_MM, Place, Stock, stock, stocks

__all__ = ["OWN", "PAGES_MM", "Place", "Stock", "stock", "stocks"]
