/* A linked video is a link until somebody presses it; only then is anything asked of its host. */
for (const stage of document.querySelectorAll("[data-video]")) {
  stage.querySelector("a").addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = stage.dataset.video;
    player.title = stage.dataset.title;
    player.allow = "autoplay; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.className = "app-video__frame";
    stage.replaceChildren(player);
    player.focus();
  });
}
