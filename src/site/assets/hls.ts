type Named = { name?: string; lang?: string }
export type Level = { width: number; height: number; bitrate: number }
type Fault = { fatal?: boolean; type?: string }

/** As much of hls.js as is used here. */
export type HlsInstance = {
  levels: Level[]
  startLevel: number
  audioTracks: Named[]
  audioTrack: number
  autoLevelCapping: number
  capLevelToPlayerSize: boolean
  on(event: string, listen: (event: string, fault: Fault) => void): void
  loadSource(url: string): void
  attachMedia(video: HTMLVideoElement): void
  startLoad(): void
  recoverMediaError(): void
  destroy(): void
}
export type HlsClass = { new (options: object): HlsInstance; isSupported(): boolean }
