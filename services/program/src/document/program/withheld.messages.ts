import { messages } from "@tiergraph/schema/messages";

export const withheldMessages = messages("withheld", { title: "A condition that the vendor keeps to itself" });
