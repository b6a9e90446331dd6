import type { ExchangeView } from '#common/api/approval-operations'
import { nameOf } from '#main/accounts/people'
import type { Core } from '#main/core/capability'
import type { Exchange } from '#main/core/collections'

export function toExchangeView(core: Core, exchange: Exchange): ExchangeView {
  const { id, direction, organisation, person, encrypted, fileName, file, items, by, at, answer } = exchange
  return {
    id,
    direction,
    organisation,
    person,
    encrypted,
    fileName,
    file,
    items,
    byName: nameOf(core, by),
    at,
    answer:
      answer === null
        ? null
        : {
            fileName: answer.fileName,
            file: answer.file,
            byName: nameOf(core, answer.by),
            at: answer.at,
            items: answer.items,
          },
  }
}
