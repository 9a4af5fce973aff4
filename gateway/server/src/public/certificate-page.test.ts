import { expect, test } from "vitest";
import { certificatePage } from "./certificate-page.js";

const certification = {
  checkCode: "0123456789abcdef0123",
  course: "c",
  title: "<script>alert(1)</script> & more",
  level: "expert",
  issuedOn: "2024-02-29",
  expiresOn: "2025-08-29",
  isValid: true,
};

test("a page says whether a certificate holds, and shows texts as texts", () => {
  const page = certificatePage(certification);
  expect(page).toContain("Holds today");
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
  expect(page).not.toContain("<script");
  expect(certificatePage({ ...certification, isValid: false })).toContain("Does not hold today");
  expect(certificatePage({ ...certification, expiresOn: null })).toContain("for good");
  expect(certificatePage(null)).toContain("No certificate has this code");
});
