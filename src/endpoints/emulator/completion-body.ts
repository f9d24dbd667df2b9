/** What an emulated model says, and to what. */
export interface Spoken {
  readonly model: string;
  readonly prompt: string;
  readonly text: string;
  readonly refusal?: string;
  readonly reason?: "stop" | "length" | "content_filter";
}

/** English text has about four characters a token. */
const CHARACTERS_A_TOKEN = 4;

/** A chat completion as an OpenAI-compatible server writes it. Token counts are a quarter of the characters. */
export function completionBody({ model, prompt, text, refusal, reason }: Spoken): unknown {
  const tokens = (words: string) => Math.ceil(words.length / CHARACTERS_A_TOKEN);
  const [ins, outs] = [tokens(prompt), tokens(text)];
  return {
    id: "chatcmpl-emulated",
    object: "chat.completion",
    created: 0,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: refusal === undefined ? text : null,
          refusal: refusal ?? null,
        },
        finish_reason: reason ?? "stop",
        logprobs: null,
      },
    ],
    usage: { prompt_tokens: ins, completion_tokens: outs, total_tokens: ins + outs },
    system_fingerprint: "emulated",
  };
}
