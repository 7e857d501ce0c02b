/* A link to the urgent help opens it; without this script it leads to the line on top, which names the numbers. */
const help = document.getElementById("urgent-help");
const open = () => help?.setAttribute("open", "");
if (location.hash === "#urgent-help") open();
for (const link of document.querySelectorAll('a[href="#urgent-help"]')) link.addEventListener("click", open);
