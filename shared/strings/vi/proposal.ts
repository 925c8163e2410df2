/** What the point asks the province to change in its list of leaders. */
export const proposal = {
  open: 'Thiếu người, sai thông tin? Đề nghị sửa danh sách',
  title: 'Đề nghị sửa danh sách lãnh đạo',
  about:
    'Danh sách do tỉnh giữ. Đề nghị được ghi lại ngay và gửi khi có đường truyền; danh sách đổi khi tỉnh chấp nhận.',
  what: 'Đề nghị',
  whom: 'Về người',
  reason: 'Lý do, căn cứ',
  by: 'Người đề nghị',
  send: 'Ghi và gửi đề nghị',
  sent: 'Đã ghi đề nghị. Chờ tỉnh quyết định.',
  mine: 'Đề nghị đã gửi',
  answers: { waiting: 'Chờ tỉnh quyết định', accepted: 'Tỉnh chấp nhận', refused: 'Tỉnh không chấp nhận' },
  answerTo: '{{kind}}: {{name}}',
};
