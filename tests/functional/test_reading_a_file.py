"""Somebody reads a review, its file as text, asks for another format, and checks what they saved."""

import re


def test_a_visitor_reads_a_review_and_its_file_asks_for_large_print_and_verifies(
    site, page, window, assert_accessible, tmp_path
):
    page.goto(f"{site}/publications/review-of-sim/")
    address = site + page.get_by_role("link", name="Findings, Oxleas").first.get_attribute("href")
    page.get_by_role("link", name=re.compile("Read as text ?: Findings, Oxleas")).click()
    assert "taken from the file automatically" in page.inner_text("main")
    assert "Page 1 of 2" in page.inner_text("main")
    assert_accessible(page)

    page.get_by_role("link", name="request an accessible format").click()
    window.expects(400, page.url.partition("#")[0])
    page.get_by_role("button", name="Send the request").click()
    assert page.title().startswith("Error:")
    assert_accessible(page)

    page.get_by_label("Large print").check()
    page.get_by_label("E-mail address").fill("reader@example.org")
    page.get_by_role("button", name="Send the request").click()
    assert "Your reference is AF-" in page.inner_text("main")
    assert_accessible(page)

    saved = tmp_path / "findings.pdf"
    saved.write_bytes(page.request.get(address).body())
    page.goto(f"{site}/files/verify/")
    file = page.evaluate_handle(
        """(bytes) => {
            const held = new DataTransfer();
            held.items.add(new File([new Uint8Array(bytes)], "findings.pdf"));
            return held;
        }""",
        list(saved.read_bytes()),
    )
    page.dispatch_event("[data-verify-choose]", "drop", {"dataTransfer": file})
    page.get_by_role("heading", name="This is our file, and the newest version").wait_for()
