import { expect, test } from "vitest";
import { safeHtml } from "./safe-html.js";

test("Markdown becomes HTML, tables too", () => {
  expect(safeHtml("# Motions\n\n*First* call.")).toBe("<h1>Motions</h1>\n<p><em>First</em> call.</p>\n");
  expect(safeHtml("| a |\n| - |\n| 1 |")).toContain("<td>1</td>");
  expect(safeHtml("[Docs](https://docs.example.com)")).toBe(
    '<p><a href="https://docs.example.com" rel="noopener noreferrer nofollow">Docs</a></p>\n',
  );
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x)",
  "[x](http://plain.example.com)",
  "[x](//evil.example.com)",
  "[x](/local/path)",
  "![i](https://tracker.example.com/pixel.png)",
  "<a href='https://evil.example.com' onclick='x'>x</a>",
  '[x](https://e.example.com "\\" onmouseover=alert(1) x=\\"")',
  "<svg/onload=alert(1)>",
  "<!--><script>alert(1)</script-->",
  "```html\n<script>alert(1)</script>\n```",
])("%s runs nothing and loads nothing", (markdown) => {
  const html = safeHtml(markdown);
  // Every tag that is left is one of the renderer's own, with no attribute but these.
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
  for (const [, name, attributes = ""] of tags) {
    expect(["p", "a", "pre", "code", "em", "strong", "h1"]).toContain(name);
    expect(
      attributes.replaceAll(/ (href="(https:[^"]*)"|rel="[^"]*"|title="[^"]*"|class="language-[a-z]*")/g, ""),
    ).toBe("");
  }
});
