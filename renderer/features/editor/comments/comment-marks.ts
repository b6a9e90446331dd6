import { Extension } from '@tiptap/core'
import { getVersion, sendableSteps } from 'prosemirror-collab'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { CommentsView } from '#common/api/views'
import { type CommentPlace, mapPlace } from '#common/document/comment-place'

interface Marks {
  readonly decorations: DecorationSet
  /** The answer these were made of; one that is for a version not here yet waits. */
  readonly from: CommentsView | null
}

export const commentMarksKey = new PluginKey<Marks>('commentMarks')

/** Shows where comments are. On a key the marks are only moved; they are made anew when main's answer changes. */
export const CommentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key: commentMarksKey,
      state: {
        init: () => ({ decorations: DecorationSet.empty, from: null }),
        apply: (tr, marks, before) => {
          const news = tr.getMeta(commentMarksKey) as CommentsView | undefined
          const wanted = news ?? marks.from
          const decorations = tr.docChanged ? marks.decorations.map(tr.mapping, tr.doc) : marks.decorations
          if (news === undefined) return { decorations, from: wanted }
          return { decorations: marksOf(news, before) ?? decorations, from: wanted }
        },
      },
      props: { decorations: state => commentMarksKey.getState(state)?.decorations },
    }),
  ],
})

/** Null: the answer speaks of a version this editor is not at. */
function marksOf({ version, threads }: CommentsView, state: EditorState): DecorationSet | null {
  if (versionOf(state) !== version) return null
  const unsent = new Mapping((sendableSteps(state)?.steps ?? []).map(step => step.getMap()))
  const marks = threads
    .filter(({ resolved }) => resolved === null)
    .flatMap(({ id, place }) => decorate(mapPlaceOf(place, unsent), id, state))
  return DecorationSet.create(state.doc, marks)
}

function mapPlaceOf(place: CommentPlace, mapping: Mapping): CommentPlace {
  return mapping.maps.length === 0 ? place : mapPlace(place, mapping)
}

function decorate(place: CommentPlace, thread: string, { doc }: EditorState): Decoration[] {
  if (place.kind === 'range' && place.to <= doc.content.size)
    return [
      Decoration.inline(place.from, place.to, { class: 'comment-mark', 'data-thread': thread }, { thread }),
    ]
  const node = place.kind === 'node' && place.position < doc.content.size ? doc.nodeAt(place.position) : null
  if (place.kind !== 'node' || node === null) return []
  const attributes = { class: 'comment-mark-node', 'data-thread': thread }
  return [Decoration.node(place.position, place.position + node.nodeSize, attributes, { thread })]
}

/** Where a thread is in this editor now; null when it is nowhere in the text. */
export function placeOfThread(
  state: EditorState,
  thread: string,
): { readonly from: number; readonly to: number } | null {
  const [found] =
    commentMarksKey.getState(state)?.decorations.find(undefined, undefined, spec => spec.thread === thread) ??
    []
  return found ?? null
}

/** Editors of tests and of frozen texts may have no collaboration. */
function versionOf(state: EditorState): number {
  return getVersion(state)
}
