// The field for tags that Wagtail draws in place of its own has no name; it gets the words of the field's label.
const nameTagFields = (part) => {
  for (const field of part.querySelectorAll(".tagit-new input:not([aria-label])")) {
    const original = field.closest(".tagit").previousElementSibling;
    const label = original && document.querySelector(`label[for="${CSS.escape(original.id)}"]`);
    field.setAttribute("aria-label", label ? label.textContent.replace("*", "").trim() : "Tags");
  }
};

document.addEventListener("DOMContentLoaded", () => {
  nameTagFields(document);
  new MutationObserver(() => nameTagFields(document)).observe(document.body, { childList: true, subtree: true });
});
