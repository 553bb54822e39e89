/** The one thing we use of a package that brings no types. */
declare module 'webvtt-parser' {
  export class WebVTTParser {
    parse(text: string, mode: 'metadata' | 'subtitles/captions/descriptions'): { errors: { message: string }[] }
  }
}
