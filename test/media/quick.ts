import { findTools, npmTools, tried, type Tools } from '../../media'

/**
 * The build that npm brings starts in 3 ms, a distribution's with its two hundred libraries in 80. Films are made and
 * measured with it, and converted where a test is not about the build; those that are name theirs. Its ffprobe is for
 * files of one piece: it stumbles over transport streams.
 */
export const { ffmpeg, ffprobe } = npmTools()

export const quickTools = async (): Promise<Tools | undefined> => (await tried(npmTools())) ?? (await findTools())
