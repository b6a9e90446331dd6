const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const
const dayMs = 86_400_000

/** How texts write a day, `YYYY-MM-DD`: the short form, the one of decrees (01 to 02 with a nought), with weekday, quarter. */
export function dayForms(day: string): readonly string[] {
  const date = new Date(`${day}T00:00:00Z`)
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const short = `${dayOfMonth}/${month}/${year}`
  // Nghị định 30/2020/NĐ-CP, Phụ lục I: days below 10 and months 1 and 2 are written with a nought.
  const formal = `ngày ${two(dayOfMonth)} tháng ${month <= 2 ? two(month) : month} năm ${year}`
  return [
    `ngày ${short}`,
    formal,
    `${weekdays[date.getUTCDay()]}, ngày ${short}`,
    `sáng ${dayOfMonth}/${month}`,
    `chiều ${dayOfMonth}/${month}`,
    `tuần ${weekOf(date)} năm ${year}`,
    `tháng ${month}/${year}`,
    `quý ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)]}/${year}`,
  ]
}

/** ISO 8601: the week of the year's first Thursday is the first. */
function weekOf(date: Date): number {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * dayMs)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.ceil(((thursday.getTime() - newYear) / dayMs + 1) / 7)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
