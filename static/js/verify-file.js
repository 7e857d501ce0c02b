/* Works out a file's SHA-256 here, so that the file never leaves the reader's device. */
for (const form of document.querySelectorAll("[data-verify-file]")) {
  // Browsers offer this on secure addresses only; without it the form takes a typed SHA-256.
  if (!window.crypto?.subtle) continue;
  const choose = form.querySelector("[data-verify-choose]");
  choose.hidden = false;
  const check = async (file) => {
    if (!file) return;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    form.elements.sha256.value = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    form.requestSubmit();
  };
  choose.querySelector("input").addEventListener("change", (event) => check(event.target.files[0]));
  // Anywhere on the page: a browser would open a file that falls beside the field, and the page would be gone.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    check(event.dataTransfer.files[0]);
  });
}
