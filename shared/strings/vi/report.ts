/** Words of the reports and of the province's command line. */
export const report = {
  title: 'Báo cáo mức độ sẵn sàng',
  hubName: 'Điểm cầu trung tâm',
  columns: {
    code: 'Mã',
    point: 'Điểm cầu',
    state: 'Tình trạng',
    manual: 'Danh mục kiểm tra (mục bắt buộc)',
    leader: 'Lãnh đạo dự họp',
    title: 'Chức danh',
    composition: 'Thành phần',
    signedInAt: 'Thời điểm điểm danh',
    lastRunAt: 'Lần kiểm tra cuối',
    lastContactAt: 'Liên lạc cuối',
    policyVersion: 'Phiên bản tiêu chí',
  },
  manual: 'đã trả lời {{answered}} trong {{required}}',
  importing: {
    columns: 'thiếu cột “{{name}}” trong dòng tiêu đề',
    cells: 'số ô không khớp dòng tiêu đề',
    field: 'cột “{{name}}” để trống hoặc không hợp lệ: “{{value}}”',
    duplicate: 'trùng với dòng {{first}}',
    unknownPoint: 'không có điểm cầu mã “{{value}}”',
    unknownPerson: 'danh sách của điểm cầu không có “{{value}}”',
    severalPeople: 'có nhiều người tên “{{value}}”: hãy ghi mã của người đó',
    unreadable: 'tệp không phải CSV (UTF-8) hay XLSX',
  },
};
