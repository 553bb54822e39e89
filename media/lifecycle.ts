import { label, type Label } from '../src/lib/labels'

/** The steps that turn a recording into a stream, in order. State is derived from their rows, never stored beside them. */
export const mediaSteps = ['probe', 'plan', 'encode', 'audio', 'subtitles', 'poster', 'package', 'publish'] as const
export type MediaStep = (typeof mediaSteps)[number]

export const mediaStepLabels: Record<MediaStep, Label> = {
  probe: label('检查文件', 'Checking the file'),
  plan: label('决定清晰度', 'Choosing sizes'),
  encode: label('转画面', 'Encoding the picture'),
  audio: label('转声音', 'Encoding the sound'),
  subtitles: label('处理字幕', 'Preparing subtitles'),
  poster: label('截取封面', 'Taking the poster'),
  package: label('打包', 'Packaging'),
  publish: label('上线', 'Publishing'),
}

export const mediaStepStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type MediaStepState = (typeof mediaStepStates)[number]

export const mediaStepStateLabels: Record<MediaStepState, Label> = {
  waiting: label('等待', 'Waiting'),
  running: label('进行中', 'Running'),
  done: label('完成', 'Done'),
  failed: label('失败', 'Failed'),
  cancelled: label('已取消', 'Cancelled'),
}

/** A reading is one step of work. */
export const readingStates = ['waiting', 'running', 'done', 'failed'] as const
