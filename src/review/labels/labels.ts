/** What only the review page says; what it shares with the report is in `report/html/app/labels`. */
export interface ReviewLabels {
  readonly title: string;
  readonly loading: string;
  foot(version: string): string;
  readonly again: string;

  /** While the service does not answer. */
  readonly connection: { readonly lost: string; readonly remedy: string };

  readonly token: {
    readonly heading: string;
    readonly explanation: string;
    readonly name: string;
    readonly open: string;
    readonly kept: string;
  };

  /** In place of a library without creatives. */
  readonly empty: { readonly heading: string; readonly explanation: string };

  readonly search: {
    readonly heading: string;
    readonly explanation: string;
    readonly hint: string;
    readonly nothing: string;
    found(count: number, more: boolean): string;
    readonly noPairs: string;
  };

  readonly check: {
    readonly heading: string;
    readonly hint: string;
    readonly choose: string;
    readonly stages: {
      sending(percent: string): string;
      readonly waiting: string;
      reading(time: string): string;
      readonly comparing: string;
      readonly picturing: string;
    };
    readonly cancel: string;
    readonly dismiss: string;
    readonly again: string;
    unlike(name: string): string;
    alike(name: string, count: number): string;
    allowedToo(count: number): string;
    readonly broken: string;
  };

  readonly allowance: {
    readonly mark: string;
    readonly takeBack: string;
    readonly marked: string;
    readonly takenBack: string;
    heading(count: number): string;
  };

  readonly playback: {
    readonly heading: string;
    readonly caption: string;
    readonly load: string;
    readonly play: string;
    readonly pause: string;
    readonly position: string;
    readonly sound: string;
    readonly silent: string;
    /** Beside a side whose file is gone or has changed. */
    readonly unavailable: string;
    /** Beside one whose kind of video the browser does not know, or that has stopped coming. */
    readonly unplayable: string;
    /** After either: what is shown instead. */
    readonly stills: string;
    readonly noStills: string;
  };

  readonly selection: {
    readonly select: string;
    selected(count: number): string;
    /** After an export: so many of the selected are not in it. */
    gone(count: number): string;
    readonly export: string;
    readonly clear: string;
  };

  readonly firstPublish: {
    readonly choose: string;
    readonly explanation: string;
    readonly delivered: string;
    readonly saved: string;
    readonly save: string;
    readonly cancel: string;
  };
}
