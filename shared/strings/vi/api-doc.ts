/** Words of the OpenAPI document. */
export const apiDoc = {
  title: 'Điểm Cầu: API của tỉnh',
  about:
    'Thời điểm là số mili giây tính từ 1970-01-01 UTC. Câu trả lời lỗi luôn có dạng {"error": {"code", "values"}}. Trường mới có thể được thêm bất cứ lúc nào: bỏ qua trường không biết.',
  done: 'Thành công.',
  etag: 'Nhãn của nội dung này; gửi lại trong If-None-Match.',
  ifNoneMatch: 'ETag đã nhận lần trước; nội dung không đổi thì trả lời 304.',
  notModified: 'Nội dung không đổi so với ETag đã gửi.',
  access: {
    anyone: 'Ai cũng gọi được.',
    device: 'Chỉ máy đã ghi danh của điểm cầu, bằng token do khóa của máy ký cho từng yêu cầu.',
    page: 'Chỉ từ trang của chính máy chủ này.',
    session: 'Người đã đăng nhập bảng theo dõi, có quyền “{{right}}”.',
    token: 'Token có phạm vi “{{scope}}”, hoặc người đã đăng nhập có quyền “{{right}}”.',
  },
  schemes: {
    session: 'Cookie của bảng theo dõi, có sau khi đăng nhập.',
    token: 'Token do quản trị viên cấp cho hệ thống khác: “Authorization: Bearer dct_…”.',
    device: 'Token do khóa của máy ký, dùng một lần.',
  },
  tags: {
    v1: 'Lấy dữ liệu cho hệ thống khác: theo ETag và con trỏ “since”',
    reports: 'Báo cáo',
    console: 'Bảng theo dõi của tỉnh',
    point: 'Điểm cầu',
    service: 'Máy chủ',
  },
};
