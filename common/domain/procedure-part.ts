import type { Localized } from './localized'

interface PartOfProcedure {
  readonly id: string
  /** `vi` stands above the part on the page. */
  readonly label: Localized
  readonly isObligatory: boolean
}

/**
 * Parts of an administrative procedure that are texts, in the order in which the national database shows them. Nghị định
 * 63/2010/NĐ-CP, Điều 8 khoản 2 names what a procedure consists of; what is one line (agency, time, fee, audience) is a
 * field. Forms and conditions are parts only of procedures that have them.
 */
export const procedureParts = [
  part('order', 'Trình tự thực hiện', 'Order of work', true),
  part('manner', 'Cách thức thực hiện', 'Manner', true),
  part('dossier', 'Thành phần hồ sơ', 'Dossier', true),
  part('forms', 'Mẫu đơn, tờ khai', 'Forms', false),
  part('result', 'Kết quả', 'Result', true),
  part('conditions', 'Yêu cầu, điều kiện', 'Conditions', false),
  part('basis', 'Căn cứ pháp lý', 'Legal basis', false),
] as const

export type ProcedurePart = (typeof procedureParts)[number]['id']

export const procedurePartIds: readonly ProcedurePart[] = procedureParts.map(({ id }) => id)

/** What stands above the part for readers; empty for one that is not known. */
export function procedurePartTitle(id: unknown): string {
  return procedureParts.find(one => one.id === id)?.label.vi ?? ''
}

function part<Id extends string>(id: Id, vi: string, en: string, isObligatory: boolean) {
  return { id, label: { vi, en }, isObligatory } as const satisfies PartOfProcedure
}
