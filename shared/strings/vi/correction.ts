/** A correction: a new entry by name and with a reason; the original stays readable. */
export const correction = {
  about: 'Mục gốc vẫn đọc được; bản đính chính ghi tên người sửa và lý do.',
  what: 'Điều đúng là',
  kinds: {
    withdrawn: 'Không có việc này (ghi nhầm)',
    moment: 'Có, nhưng vào lúc khác',
    fact: 'Là việc khác, hoặc ghi sai nội dung',
  },
  at: 'Đúng ra lúc (ngày, giờ)',
  badMoment: 'Ghi ngày và giờ đã qua, ví dụ 31/01/2026 08:20.',
  instead: 'Việc đúng là',
  note: 'Ghi chú (không bắt buộc)',
  words: 'Nội dung đúng',
  open: 'Đính chính',
  openOf: 'Đính chính: {{what}}',
  reason: 'Lý do đính chính',
  save: 'Lưu đính chính',
  reopen: 'Rút lại việc chốt',
  became: {
    withdrawn: 'Rút lại: {{what}}',
    moment: '{{what}}: đúng ra lúc {{time}}',
    fact: '{{what}}: đúng ra là {{instead}} lúc {{time}}',
  },
  effects: {
    applied: 'đang có hiệu lực',
    superseded: 'đã có đính chính khác thay',
    withdrawn: 'đã rút',
    proposed: 'điểm cầu đề nghị, tỉnh quyết định',
    'no-such-entry': 'chưa nhận được mục gốc',
  },
};
