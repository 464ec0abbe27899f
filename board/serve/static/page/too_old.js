// For browsers that can't load the page at all.
document.getElementById("opening-said").textContent =
  "This browser is too old for the board. Chrome, Edge, Firefox or Safari of the last years can show it.";
