// Written by internal/typings from voxengine.d.ts (SHA-256 ac9a5d89...). Do not edit.

declare function setTimeout(callback: () => any, timeout?: number): number;

declare function clearTimeout(timeoutID: number): void;

declare function base64_encode(data: string | number[]): string;

declare function hex2bytes(data: string): number[];

declare namespace VoxEngine {
  function addEventListener<T extends keyof _AppEvents>(event: AppEvents | T, callback: (event: _AppEvents[T]) => any): void;
  function callPSTN(number: string, callerid: string, parameters?: CallPSTNParameters): Call;
  function callSIP(to: string, parameters?: CallSIPParameters): Call;
  function callUser(parameters: CallUserParameters): Call;
  function createASR(parameters: ASRParameters): ASR;
  function customData(customData?: string): string;
  function sendMediaBetween(mediaUnit1: VoxMediaUnit, mediaUnit2: VoxMediaUnit): void;
  function terminate(): void;
}

declare enum AppEvents {
  Started = "Application.Started",
  CallAlerting = "Application.CallAlerting",
  Terminating = "Application.Terminating",
}

declare interface _AppEvents {
  [AppEvents.Started]: {
    accessURL: string;
    accessSecureURL: string;
    accountId: number;
    applicationId: number;
    logURL: string;
    sessionId: number;
    conference_name: string;
  };
  [AppEvents.CallAlerting]: {
    call: Call;
    name: string;
    callerid: string;
    destination: string;
    toURI: string;
    fromURI: string;
    displayName: string;
    headers: { [header: string]: string };
    customData?: string;
    scheme: string;
  };
  [AppEvents.Terminating]: {
    systemError?: boolean;
  };
}

declare class Call {
  addEventListener<T extends keyof _CallEvents>(event: CallEvents | T, callback: (event: _CallEvents[T]) => any): void;
  answer(extraHeaders?: { [header: string]: string }): void;
  handleTones(doHandle: boolean): void;
  hangup(extraHeaders?: { [header: string]: string }): void;
  record(parameters: CallRecordParameters): void;
  reject(code: number, extraHeaders?: { [header: string]: string }): void;
  say(text: string, parameters?: CallSayParameters): void;
  sendMediaTo(mediaUnit: VoxMediaUnit): void;
  startPlayback(url: string, parameters?: StartPlaybackParameters): void;
  state(): string;
  stopMediaTo(mediaUnit: VoxMediaUnit): void;
  stopPlayback(): void;
  private constructor();
}

declare enum CallEvents {
  Connected = "Call.Connected",
  Disconnected = "Call.Disconnected",
  Failed = "Call.Failed",
  PlaybackFinished = "Call.PlaybackFinished",
  PlaybackStarted = "Call.PlaybackStarted",
  RecordError = "Call.RecordError",
  RecordStarted = "Call.RecordStarted",
  RecordStopped = "Call.RecordStopped",
  ToneReceived = "Call.ToneReceived",
}

declare interface _CallEvents {
  [CallEvents.Connected]: {
    call: Call;
    name: string;
    id: string;
    customData?: string;
    headers: { [header: string]: string };
  };
  [CallEvents.Disconnected]: {
    call: Call;
    name: string;
    id: string;
    headers?: { [header: string]: string };
    internalCode: number;
    reason: string;
    duration: number;
    cost: number;
    direction: string;
  };
  [CallEvents.Failed]: {
    call: Call;
    name: string;
    id: string;
    headers?: { [header: string]: string };
    code: number;
    reason: string;
  };
  [CallEvents.PlaybackFinished]: {
    call: Call;
    name: string;
    id: string;
    error?: string;
  };
  [CallEvents.PlaybackStarted]: {
    call: Call;
    name: string;
    id: string;
    duration: number;
  };
  [CallEvents.RecordError]: {
    call: Call;
    name: string;
    id: string;
    error: string;
  };
  [CallEvents.RecordStarted]: {
    call: Call;
    name: string;
    id: string;
    url: string;
  };
  [CallEvents.RecordStopped]: {
    call: Call;
    name: string;
    id: string;
    url: string;
    cost: string;
    duration: number;
  };
  [CallEvents.ToneReceived]: {
    call: Call;
    name: string;
    id: string;
    tone: string;
    type: string;
  };
}

declare interface CallSayParameters {
  voice?: Voice;
}

declare interface StartPlaybackParameters {
  loop?: boolean;
}

declare interface CallRecordParameters {
  stereo?: boolean;
}

declare interface CallPSTNParameters {
  amd?: AMD.AnsweringMachineDetector;
}

declare interface CallUserParameters {
  username: string;
  callerid: string;
  amd?: AMD.AnsweringMachineDetector;
}

declare interface CallSIPParameters {
  callerid?: string;
  displayName?: string;
  amd?: AMD.AnsweringMachineDetector;
}

declare namespace AMD {
  function create(parameters: AMD.AMDParameters): AMD.AnsweringMachineDetector;
}

declare namespace AMD {
  interface AMDParameters {
    model: AMD.Model;
  }
}

declare namespace AMD {
class AnsweringMachineDetector {
  addEventListener<T extends keyof AMD._Events>(event: AMD.Events | T, callback: (event: AMD._Events[T]) => any): void;
  private constructor();
}
}

declare namespace AMD {
enum Events {
  DetectionComplete = "AMD.Events.DetectionComplete",
  DetectionError = "AMD.Events.DetectionError",
}

interface _Events {
  [Events.DetectionComplete]: {
    amd: AMD.AnsweringMachineDetector;
    call: Call;
    callId: string;
    resultClass: AMD.ResultClass;
    resultSubtype?: AMD.ResultSubtype;
    confidence?: number;
  };
  [Events.DetectionError]: {
    amd: AMD.AnsweringMachineDetector;
    callId?: string;
    message: string;
  };
}
}

declare namespace AMD {
enum Model {
  BR = "br",
  CL = "cl",
  CO = "colombia",
  EU_GENERAL = "eu_general",
  KZ = "kz",
  MX = "mx",
  PE = "pe",
  PH = "ph",
  RU = "ru",
  US = "us",
}
}

declare namespace AMD {
enum ResultClass {
  CALL_ENDED = "CALL_ENDED",
  HUMAN = "HUMAN",
  TIMEOUT = "TIMEOUT",
  VOICEMAIL = "VOICEMAIL",
}
}

declare namespace AMD {
enum ResultSubtype {
  MIMIC = "MIMIC",
  NONE = "NONE",
}
}

declare class Voice {
  private constructor();
}

type VoxMediaUnit = Call | ASR;

declare class ASR {
  addEventListener<T extends keyof _ASREvents>(event: ASREvents | T, callback: (event: _ASREvents[T]) => any): void;
  stop(): void;
  private constructor();
}

declare enum ASREvents {
  ASRError = "ASR.Error",
  CaptureStarted = "ASR.CaptureStarted",
  Result = "ASR.Result",
  SpeechCaptured = "ASR.SpeechCaptured",
}

declare interface _ASREvents {
  [ASREvents.ASRError]: {
    asr: ASR;
    error: string;
  };
  [ASREvents.CaptureStarted]: {
    asr: ASR;
  };
  [ASREvents.Result]: {
    asr: ASR;
    text: string;
    confidence: number;
    resultEndTime?: string | number;
    channelTag?: number;
    languageCode?: string;
  };
  [ASREvents.SpeechCaptured]: {
    asr: ASR;
  };
}

declare interface ASRParameters {
  profile: ASRProfileList.Amazon | ASRProfileList.Deepgram | ASRProfileList.Google | ASRProfileList.Microsoft | ASRProfileList.SaluteSpeech | ASRProfileList.TBank | ASRProfileList.Yandex | ASRProfileList.YandexV3;
  singleUtterance?: boolean;
  phraseHints?: string[];
}

declare namespace ASRProfileList {
enum Amazon {
}
}

declare namespace ASRProfileList {
enum Deepgram {
}
}

declare namespace ASRProfileList {
enum Google {
}
}

declare namespace ASRProfileList {
enum Microsoft {
}
}

declare namespace ASRProfileList {
enum SaluteSpeech {
}
}

declare namespace ASRProfileList {
enum TBank {
}
}

declare namespace ASRProfileList {
enum Yandex {
}
}

declare namespace ASRProfileList {
enum YandexV3 {
}
}

declare namespace ApplicationStorage {
  function get(key: string): Promise<StorageKey | null>;
  function put(key: string, value: string, ttl: number): Promise<StorageKey>;
  function remove(key: string): Promise<StorageKey>;
}

declare interface StorageKey {
  key: string;
  value: string;
  expireAt: number;
}

declare namespace Net {
  function httpRequest(url: string, callback: (result: HttpRequestResult) => void, options?: HttpRequestOptions): void;
}

declare namespace Net {
  interface HttpRequestOptions {
    method?: string;
    headers?: { [key: string]: string };
    postData?: string | number[];
    timeout?: number;
  }
}

declare namespace Net {
  interface HttpRequestResult {
    code: number;
    text?: string;
    error?: string;
  }
}

declare namespace Crypto {
  function hmac_sha256(key: string, data: string): string;
}

declare namespace Logger {
  function hideTones(flag: boolean): void;
  function write(message: string): void;
}

// Newer than the declarations, so it may be missing: the application's secrets.
declare namespace VoxEngine {
  function getSecretValue(name: string): string | undefined;
}
