// The voice assistant of a web shop: a visitor calls from the page, ElevenLabs
// talks. What the page knows comes in a header, the page gets the transcript as
// messages of the call, and shows what the assistant asks it to show.
require(Modules.ElevenLabs);

type Shopper = { name?: string; cart?: string[]; language?: string };
type ToolCall = { tool_name: string; tool_call_id: string; parameters: Record<string, string> };
type Line = { who: "visitor" | "assistant"; text: string };

const enum State { Starting, Talking, Over }

const AGENT_ID = "agent_shop";
const STORE = "https://api.shop.example";

class Assistant {
  private state: State = State.Starting;
  private client?: ElevenLabs.AgentsClient;
  private conversation = "";
  private readonly lines: Line[] = [];
  private readonly shopper: Shopper;

  constructor(private readonly call: Call, headers: Record<string, string>) {
    this.shopper = parse<Shopper>(headers["X-Shopper"]) ?? {};
  }

  async start(): Promise<void> {
    this.call.addEventListener(CallEvents.MessageReceived, (e: any) => this.fromPage(e.text));
    this.call.addEventListener(CallEvents.Disconnected, () => this.end("visitor left"));
    this.call.addEventListener(CallEvents.Failed, () => VoxEngine.terminate());
    try {
      this.client = await ElevenLabs.createAgentsClient({
        xiApiKey: "key", agentId: AGENT_ID, includeConversationId: true,
        onWebSocketClose: (e: any) => this.lost(e.code as number),
      });
    } catch (error) {
      Logger.write(`no assistant: ${(error as Error).message}`);
      this.end("no assistant");
      return this.call.reject(480, { "X-Reason": "assistant" });
    }
    if (this.state === State.Over) return this.client.close();
    this.listen(this.client);
    this.client.conversationInitiationClientData({
      dynamic_variables: { name: this.shopper.name ?? "visitor", cart: (this.shopper.cart ?? []).join(", ") || "nothing" },
      conversation_config_override: { agent: { language: this.shopper.language ?? "en" } },
    });
    this.call.answer();
    this.state = State.Talking;
    VoxEngine.sendMediaBetween(this.call, this.client);
  }

  private listen(client: ElevenLabs.AgentsClient): void {
    const on = <T>(event: ElevenLabs.AgentsEvents, what: string, then: (of: T) => void) =>
      client.addEventListener(event, (e: any) => {
        const payload = e.data?.payload ?? e.data;
        if (payload?.[what]) then(payload[what] as T);
      });
    const { AgentsEvents } = ElevenLabs;
    on<{ conversation_id: string }>(AgentsEvents.ConversationInitiationMetadata, "conversation_initiation_metadata_event", (of) => {
      this.conversation = of.conversation_id;
    });
    on<{ user_transcript: string }>(AgentsEvents.UserTranscript, "user_transcription_event", (of) => this.line("visitor", of.user_transcript));
    on<{ agent_response: string }>(AgentsEvents.AgentResponse, "agent_response_event", (of) => this.line("assistant", of.agent_response));
    on<{ corrected_agent_response: string }>(AgentsEvents.AgentResponseCorrection, "agent_response_correction_event", (of) => {
      const last = this.lines.findLast((line) => line.who === "assistant");
      if (last) last.text = of.corrected_agent_response;
    });
    on<ToolCall>(AgentsEvents.ClientToolCall, "client_tool_call", (of) => void this.tool(client, of));
    client.addEventListener(AgentsEvents.Interruption, () => client.clearMediaBuffer());
  }

  private line(who: Line["who"], text: string): void {
    this.lines.push({ who, text });
    this.toPage("line", { who, text });
  }

  // tool answers in any case: the assistant waits for it.
  private async tool(client: ElevenLabs.AgentsClient, { tool_name, tool_call_id, parameters }: ToolCall): Promise<void> {
    let result: string, is_error = false;
    try {
      result = await this.#run(tool_name, parameters ?? {});
    } catch (error) {
      result = (error as Error).message;
      is_error = true;
    }
    if (this.state === State.Talking) client.clientToolResult({ tool_call_id, result, is_error });
  }

  async #run(name: string, { product = "" }: Record<string, string>): Promise<string> {
    switch (name) {
      case "show_product":
        this.toPage("show", { product });
        return "shown";
      case "stock": {
        const { code, text } = await Net.httpRequestAsync(`${STORE}/stock`, { params: { product }, timeout: 3 });
        if (code !== 200) throw new Error("the store does not answer");
        return `${parse<{ count: number }>(text)?.count ?? 0} left`;
      }
      case "end_call":
        setTimeout(() => this.call.hangup(), 1_500); // the last words
        return "ok";
      default:
        throw new Error(`there is no tool ${name}`);
    }
  }

  private fromPage(text: string): void {
    const message = parse<{ type: string; text?: string; page?: string }>(text);
    if (!message || this.state !== State.Talking) return;
    if (message.type === "typed" && message.text) this.client!.userMessage({ text: message.text });
    else if (message.type === "page") this.client!.contextualUpdate({ text: `The visitor looks at ${message.page}.` });
  }

  private toPage(type: string, rest: object): void {
    if (this.call.state() === "CONNECTED") this.call.sendMessage(JSON.stringify({ type, ...rest }));
  }

  private lost(code: number): void {
    if (this.state !== State.Talking) return;
    this.toPage("sorry", { code });
    this.call.hangup({ "X-Reason": `assistant ${code}` });
  }

  private end(why: string): void {
    if (this.state === State.Over) return;
    this.state = State.Over;
    this.client?.close();
    const postData = JSON.stringify({ why, conversation: this.conversation, lines: this.lines });
    Net.httpRequestAsync(`${STORE}/conversations`, { method: "POST", headers: { "Content-Type": "application/json" }, postData })
      .catch(() => Logger.write("the conversation is lost"))
      .then(() => VoxEngine.terminate());
  }
}

function parse<T>(text: string | undefined): T | null {
  try {
    return JSON.parse(text ?? "null") as T;
  } catch {
    return null;
  }
}

VoxEngine.addEventListener(AppEvents.CallAlerting, (e: any) => void new Assistant(e.call, e.headers ?? {}).start());
