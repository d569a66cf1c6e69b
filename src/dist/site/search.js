"use strict";
const field = document.getElementById("search");
const found = document.getElementById("found");
const pages = document.getElementById("pages");

/** Pages that have every word, those with most of them first. */
function search(words) {
    return TEXTS.map(([file, title, content]) => {
        const page = { file, title, text: content };
        const text = (page.title + "\n" + page.text).toLowerCase();
        const counts = words.map((word) => text.split(word).length - 1);
        const inTitle = words.filter((word) => page.title.toLowerCase().includes(word)).length;
        return { page, all: counts.every((count) => count > 0), score: inTitle * 1000 + counts.reduce((a, b) => a + b, 0) };
    })
        .filter((hit) => hit.all)
        .sort((a, b) => b.score - a.score)
        .map((hit) => hit.page);
}

/** Where the first word stands. */
function around(text, word) {
    const at = Math.max(0, text.toLowerCase().indexOf(word));
    return text.slice(Math.max(0, at - 40), at + 80).replace(/\s+/g, " ");
}

field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word);
    const hits = words.length ? search(words) : [];
    found.replaceChildren(...hits.map((page) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = document.body.dataset.up + page.file;
        link.textContent = page.title;
        const part = document.createElement("small");
        part.textContent = around(page.text, words[0]);
        item.append(link, part);
        return item;
    }));
    if (words.length && !hits.length) {
        const nothing = document.createElement("li");
        nothing.textContent = "nothing has all of these words";
        found.append(nothing);
    }
    found.hidden = !words.length;
    pages.hidden = words.length > 0;
});
