import type { DraftFiles } from './draft-files'
import type { DraftFrame, DraftLog, DraftState } from './draft-logs'

/** What was kept of a draft's past, read from its files; `settled` resolves when all accepted frames are in them. */
export function draftHistory(
  draft: DraftFiles,
  settled: () => Promise<void>,
): Pick<DraftLog, 'states' | 'stateAt' | 'framesBetween'> {
  return {
    async states() {
      await settled()
      const { snapshots, logs } = await draft.list()
      const states = new Map<number, DraftState>()
      for (const version of snapshots) {
        const snapshot = await draft.readSnapshot(version)
        if (snapshot !== null) states.set(version, { version, at: snapshot.at })
      }
      for (const base of logs)
        for (const frame of (await draft.readLog(base)).scan.frames) {
          const version = frame.version + frame.steps.length
          states.set(version, { version, at: frame.at })
        }
      return [...states.values()].sort((a, b) => b.version - a.version)
    },
    async stateAt(version) {
      await settled()
      const { snapshots, logs } = await draft.list()
      for (const start of snapshots.filter(candidate => candidate <= version).toReversed()) {
        const snapshot = await draft.readSnapshot(start)
        if (snapshot === null) continue
        const frames: DraftFrame[] = []
        let reached = start
        for (const base of logs.filter(candidate => candidate >= start && candidate < version)) {
          for (const frame of (await draft.readLog(base)).scan.frames) {
            if (frame.version !== reached || frame.version + frame.steps.length > version) continue
            frames.push(frame)
            reached = frame.version + frame.steps.length
          }
        }
        if (reached === version) return { snapshot: { version: start, document: snapshot.document }, frames }
      }
      return null
    },
    async framesBetween(from, to) {
      await settled()
      const { logs } = await draft.list()
      const frames: DraftFrame[] = []
      let reached = from
      for (const base of logs.filter(candidate => candidate < to))
        for (const frame of (await draft.readLog(base)).scan.frames) {
          const end = frame.version + frame.steps.length
          if (frame.version > reached || end <= reached || end > to) continue
          frames.push(frame)
          reached = end
        }
      return reached === to ? frames : null
    },
  }
}
