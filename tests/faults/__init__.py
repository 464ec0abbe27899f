"""The durability gate: programs that keep marks, faults that hit them, and what is judged afterwards."""
