/** Where OpenAI's own API begins. */
export const OPENAI_BASE_URL = "https://api.openai.com/v1";
