# The image of web, worker and beat. Nothing secret is in it; docker-compose.yml says what it wants from outside.
FROM node:22-bookworm-slim AS assets
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress
COPY frontend frontend
RUN npm run build

FROM python:3.12-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never PATH=/portal/.venv/bin:$PATH
WORKDIR /portal
RUN pip install --no-cache-dir uv && useradd --create-home --uid 10001 portal && install -d -o portal /data
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-default-groups --no-cache
COPY manage.py ./
COPY rag_portal rag_portal
COPY governance governance
COPY accounts accounts
COPY posts posts
COPY templates templates
COPY static static
COPY --from=assets /portal/build/assets build/assets
USER portal
ENV RAG_MODE=service RAG_DATA_DIR=/data
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "rag_portal.wsgi", "--bind", "0.0.0.0:8000"]
