import { label, type Label } from './labels'

/** What an uploaded file is, by its bytes. Its name and what the browser claims of it decide nothing. */
export const fileKinds = ['film', 'recording', 'subtitle', 'pdf', 'text'] as const
export type FileKind = (typeof fileKinds)[number]

export const fileKindLabels: Record<FileKind, Label> = {
  film: label('影片', 'Film'),
  recording: label('录音', 'Recording'),
  subtitle: label('字幕', 'Subtitle'),
  pdf: label('PDF 文档', 'PDF'),
  text: label('文字', 'Text'),
}

/** What an upload is meant for; `file` is the list of files, where all kinds are welcome. */
export const purposes = ['film', 'track', 'subtitle', 'file'] as const
export type Purpose = (typeof purposes)[number]

/**
 * The first is the usual one. A dub may be a second film of the same length: its sound is taken. A recording as a film
 * gets a still picture.
 */
export const fitting: Record<Purpose, readonly FileKind[]> = {
  film: ['film', 'recording'],
  track: ['recording', 'film'],
  subtitle: ['subtitle'],
  file: fileKinds,
}

const endings: Record<FileKind, readonly string[]> = {
  film: 'mp4 m4v mov 3gp 3g2 mkv webm avi flv wmv asf ts mts m2ts mpg mpeg vob ogv'.split(' '),
  recording: 'm4a mp4 mp3 wav aac flac ogg oga opus amr aif aiff caf wma mka webm ac3'.split(' '),
  subtitle: ['srt', 'vtt'],
  pdf: ['pdf'],
  text: ['txt', 'srt', 'vtt'],
}

/** The name under which a file is kept: an ending that says something else than the content is replaced. */
export function fittingName(name: string, kind: FileKind, ending: string): string {
  const [, base = name, last = ''] = /^(.+)\.([a-z0-9]{1,5})$/is.exec(name) ?? []
  return endings[kind].includes(last.toLowerCase()) ? name : `${last ? base : name}.${ending}`
}
