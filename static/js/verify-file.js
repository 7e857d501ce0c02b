/* Works out a file's SHA-256 here, so that the file never leaves the reader's device. */
for (const form of document.querySelectorAll("[data-verify-file]")) {
  // Browsers offer this on secure addresses only; without it the form takes a typed SHA-256.
  if (!window.crypto?.subtle) continue;
  const choose = form.querySelector("[data-verify-choose]");
  choose.hidden = false;
  choose.querySelector("input").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    form.elements.sha256.value = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    form.requestSubmit();
  });
}
