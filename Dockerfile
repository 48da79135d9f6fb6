# The product as one image: web, worker, beat and migrate differ in their command only.

FROM node:22-slim AS styles
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM python:3.12-slim AS packages
COPY requirements/base.txt /tmp/base.txt
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --require-hashes --requirement /tmp/base.txt

FROM packages AS built
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY . .
COPY --from=styles /app/node_modules node_modules
# The settings ask for all of these; here they only have to be there, and none of them stays.
RUN pybabel --quiet compile --domain django --directory locale \
    && DJANGO_SETTINGS_MODULE=schuldenlab.settings.production SECRET_KEY=only-for-this-step \
       DATABASE_URL=postgres:///none ALLOWED_HOSTS=localhost SITE_URL=https://localhost \
       EMAIL_URL=smtp://localhost DEFAULT_FROM_EMAIL=none@localhost \
       python manage.py collectstatic --no-input --verbosity 0 \
    && rm -r node_modules

FROM python:3.12-slim
# A new volume on /documents takes over its owner.
RUN useradd --system --uid 10070 --no-create-home --home-dir /nonexistent schuldenlab \
    && install --directory --owner=schuldenlab --mode=0700 /documents
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=schuldenlab.settings.production \
    GUNICORN_CMD_ARGS="--bind=0.0.0.0:8000"
WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY --from=built /app /app
USER schuldenlab
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s \
    CMD ["python", "-m", "schuldenlab.probe", "http://127.0.0.1:8000/gezond/"]
CMD ["gunicorn", "schuldenlab.wsgi:application", "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
